def main():
    print("index")
